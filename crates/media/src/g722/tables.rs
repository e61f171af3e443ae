//! The numbers that G.722 prints.

/// The coefficients of the mirror filters that fall to every other sample (table 4); for the
/// samples between they run backwards.
pub(super) const MIRROR: [i32; 12] = [3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11];

/// Where the steps of the lower half end, for a step width of 4096 (table 13, q6).
pub(super) const DECISIONS: [i32; 29] = [
    35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023,
    1121, 1219, 1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919,
];

/// What six bits of the lower half say, for a step width of 32768 (qm6).
pub(super) const LOWER_IN_64: [i32; 64] = [
    -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232,
    -9360, -8576, -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776,
    -2400, -2032, -1688, -1360, -1040, -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280,
    11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008, 3576, 3168, 2776,
    2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136,
];

/// What the upper four bits of the lower half say (qm4): the predictor knows no more of them.
pub(super) const LOWER_IN_48: [i32; 16] = [
    0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584,
    1200, 0,
];

/// How those change the width of the steps (wl by rl42).
pub(super) const LOWER_WIDENS: [i32; 16] = [
    -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60,
];

/// What two bits of the upper half say (qm2), and how they change the width (wh by rh2).
pub(super) const UPPER: [i32; 4] = [-7408, -1616, 7408, 1616];
pub(super) const UPPER_WIDENS: [i32; 4] = [798, -214, 798, -214];

/// 2048 times the powers of two in steps of a thirty-second (ilb).
pub(super) const POWERS: [i32; 32] = [
    2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834,
    2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008,
];
