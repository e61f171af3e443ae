//! The countries: codes, and how one dials in them.
//!
//! Source: the public numbering facts of ITU-T, written down here by hand: the list of
//! Recommendation E.164 assigned country codes, and the list of dialling procedures (international
//! prefix, national prefix) that ITU publishes with its Operational Bulletin. It is checked by
//! `tests/countries.rs` and `tests/numbering.rs` of this crate: codes that begin with each other or are not
//! assigned, ids that are there twice, rules and prefixes that cannot be, and the numbers of well-known
//! places. A configuration may say otherwise
//! (`[[country]]`), for numbering plans change.
//!
//! A row is: id, code, name, whether the plan is `open` (within an area only the subscriber number
//! is dialled) or `closed` (the whole number, always), national prefix, international prefix. The
//! id is the code where a country has one for itself or is the first with it. The others have ids
//! that no code has: 101 to 127 with +1, 705 (Kazakhstan) and 379 (the Vatican City, whose own code
//! is assigned and not in use).

use crate::Country;
use std::borrow::Cow;

/// The built-in table, by ids: what a [`Book`](crate::Book) knows unless it is told otherwise.
#[must_use]
pub fn built_in() -> &'static [Country] {
    COUNTRIES
}

macro_rules! same_area {
    (open $trunk:literal) => {
        "G"
    };
    (closed $trunk:literal) => {
        concat!($trunk, "FG")
    };
}

macro_rules! countries {
    ($($id:literal $code:literal $name:literal $plan:ident $trunk:literal $out:literal;)*) => {
        /// The built-in table, by ids.
        pub(crate) static COUNTRIES: &[Country] = &[$(Country {
            id: $id,
            code: $code,
            name: Cow::Borrowed($name),
            same_area: Cow::Borrowed(same_area!($plan $trunk)),
            long_distance: Cow::Borrowed(concat!($trunk, "FG")),
            international: Cow::Borrowed(concat!($out, "EFG")),
        }),*];
    };
}

/// The number of digits of the country code that `digits` begins with.
pub(crate) fn code_length(digits: &str) -> Option<usize> {
    (1..=3).find(|length| {
        let code = digits.get(..*length).and_then(|code| code.parse().ok());
        let listed = |code: u32| COUNTRIES.iter().any(|country| country.code == code);
        code.is_some_and(|code| listed(code) || SERVICES.contains(&code))
    })
}

/// Codes of services that are no country.
pub(crate) const SERVICES: &[u32] = &[800, 808, 870, 878, 881, 882, 883, 888, 979];

countries! {
    1 1 "United States of America" open "N1" "S011";
    7 7 "Russia" open "8" "8W10";
    20 20 "Egypt" open "0" "00";
    27 27 "South Africa" closed "0" "00";
    30 30 "Greece" closed "" "00";
    31 31 "Netherlands" open "0" "00";
    32 32 "Belgium" closed "0" "00";
    33 33 "France" closed "0" "00";
    34 34 "Spain" closed "" "00";
    36 36 "Hungary" open "06" "00";
    39 39 "Italy" closed "" "00";
    40 40 "Romania" closed "0" "00";
    41 41 "Switzerland" closed "0" "00";
    43 43 "Austria" open "0" "00";
    44 44 "United Kingdom" open "0" "00";
    45 45 "Denmark" closed "" "00";
    46 46 "Sweden" open "0" "00";
    47 47 "Norway" closed "" "00";
    48 48 "Poland" closed "" "00";
    49 49 "Germany" open "0" "00";
    51 51 "Peru" open "0" "00";
    52 52 "Mexico" closed "" "00";
    53 53 "Cuba" open "0" "119";
    54 54 "Argentina" open "0" "00";
    55 55 "Brazil" open "0N" "00S";
    56 56 "Chile" closed "" "00";
    57 57 "Colombia" closed "" "00";
    58 58 "Venezuela" open "0" "00";
    60 60 "Malaysia" open "0" "00";
    61 61 "Australia" open "0" "0011";
    62 62 "Indonesia" open "0" "001";
    63 63 "Philippines" open "0" "00";
    64 64 "New Zealand" open "0" "00";
    65 65 "Singapore" closed "" "000";
    66 66 "Thailand" closed "0" "001";
    81 81 "Japan" open "0" "010";
    82 82 "South Korea" open "0" "001";
    84 84 "Viet Nam" open "0" "00";
    86 86 "China" open "0" "00";
    90 90 "Turkey" open "0" "00";
    91 91 "India" open "0" "00";
    92 92 "Pakistan" open "0" "00";
    93 93 "Afghanistan" open "0" "00";
    94 94 "Sri Lanka" open "0" "00";
    95 95 "Myanmar" open "0" "00";
    98 98 "Iran" open "0" "00";
    101 1 "Anguilla" open "1" "011";
    102 1 "Antigua and Barbuda" open "1" "011";
    103 1 "Bahamas" open "1" "011";
    104 1 "Barbados" open "1" "011";
    105 1 "Bermuda" open "1" "011";
    106 1 "British Virgin Islands" open "1" "011";
    107 1 "Canada" open "N1" "S011";
    108 1 "Cayman Islands" open "1" "011";
    109 1 "Dominica" open "1" "011";
    110 1 "Dominican Republic" open "1" "011";
    111 1 "Grenada" open "1" "011";
    112 1 "Jamaica" open "1" "011";
    113 1 "Montserrat" open "1" "011";
    115 1 "Saint Kitts and Nevis" open "1" "011";
    116 1 "Saint Vincent and the Grenadines" open "1" "011";
    117 1 "Trinidad and Tobago" open "1" "011";
    118 1 "Turks and Caicos Islands" open "1" "011";
    121 1 "Puerto Rico" open "1" "011";
    122 1 "Saint Lucia" open "1" "011";
    123 1 "United States Virgin Islands" open "1" "011";
    124 1 "Guam" open "1" "011";
    125 1 "American Samoa" open "1" "011";
    126 1 "Northern Mariana Islands" open "1" "011";
    127 1 "Sint Maarten" open "1" "011";
    211 211 "South Sudan" open "0" "00";
    212 212 "Morocco" closed "0" "00";
    213 213 "Algeria" closed "0" "00";
    216 216 "Tunisia" closed "" "00";
    218 218 "Libya" open "0" "00";
    220 220 "Gambia" closed "" "00";
    221 221 "Senegal" closed "" "00";
    222 222 "Mauritania" closed "" "00";
    223 223 "Mali" closed "" "00";
    224 224 "Guinea" closed "" "00";
    225 225 "Cote d'Ivoire" closed "" "00";
    226 226 "Burkina Faso" closed "" "00";
    227 227 "Niger" closed "" "00";
    228 228 "Togo" closed "" "00";
    229 229 "Benin" closed "" "00";
    230 230 "Mauritius" closed "" "00";
    231 231 "Liberia" open "0" "00";
    232 232 "Sierra Leone" open "0" "00";
    233 233 "Ghana" closed "0" "00";
    234 234 "Nigeria" open "0" "009";
    235 235 "Chad" closed "" "00";
    236 236 "Central African Republic" closed "" "00";
    237 237 "Cameroon" closed "" "00";
    238 238 "Cabo Verde" closed "" "00";
    239 239 "Sao Tome and Principe" closed "" "00";
    240 240 "Equatorial Guinea" closed "" "00";
    241 241 "Gabon" closed "0" "00";
    242 242 "Congo" closed "" "00";
    243 243 "Democratic Republic of the Congo" open "0" "00";
    244 244 "Angola" closed "" "00";
    245 245 "Guinea-Bissau" closed "" "00";
    246 246 "Diego Garcia" closed "" "00";
    247 247 "Ascension" closed "" "00";
    248 248 "Seychelles" closed "" "00";
    249 249 "Sudan" open "0" "00";
    250 250 "Rwanda" closed "0" "00";
    251 251 "Ethiopia" closed "0" "00";
    252 252 "Somalia" closed "" "00";
    253 253 "Djibouti" closed "" "00";
    254 254 "Kenya" open "0" "000";
    255 255 "Tanzania" open "0" "000";
    256 256 "Uganda" open "0" "000";
    257 257 "Burundi" closed "" "00";
    258 258 "Mozambique" closed "" "00";
    260 260 "Zambia" open "0" "00";
    261 261 "Madagascar" closed "0" "00";
    262 262 "Reunion and Mayotte" closed "0" "00";
    263 263 "Zimbabwe" open "0" "00";
    264 264 "Namibia" open "0" "00";
    265 265 "Malawi" closed "0" "00";
    266 266 "Lesotho" closed "" "00";
    267 267 "Botswana" closed "" "00";
    268 268 "Eswatini" closed "" "00";
    269 269 "Comoros" closed "" "00";
    290 290 "Saint Helena and Tristan da Cunha" closed "" "00";
    291 291 "Eritrea" open "0" "00";
    297 297 "Aruba" closed "" "00";
    298 298 "Faroe Islands" closed "" "00";
    299 299 "Greenland" closed "" "00";
    350 350 "Gibraltar" closed "" "00";
    351 351 "Portugal" closed "" "00";
    352 352 "Luxembourg" closed "" "00";
    353 353 "Ireland" open "0" "00";
    354 354 "Iceland" closed "" "00";
    355 355 "Albania" open "0" "00";
    356 356 "Malta" closed "" "00";
    357 357 "Cyprus" closed "" "00";
    358 358 "Finland" open "0" "00";
    359 359 "Bulgaria" open "0" "00";
    370 370 "Lithuania" closed "0" "00";
    371 371 "Latvia" closed "" "00";
    372 372 "Estonia" closed "" "00";
    373 373 "Moldova" open "0" "00";
    374 374 "Armenia" open "0" "00";
    375 375 "Belarus" open "8" "8W10";
    376 376 "Andorra" closed "" "00";
    377 377 "Monaco" closed "" "00";
    378 378 "San Marino" closed "" "00";
    379 39 "Vatican City" closed "" "00";
    380 380 "Ukraine" closed "0" "00";
    381 381 "Serbia" open "0" "00";
    382 382 "Montenegro" open "0" "00";
    383 383 "Kosovo" open "0" "00";
    385 385 "Croatia" open "0" "00";
    386 386 "Slovenia" open "0" "00";
    387 387 "Bosnia and Herzegovina" open "0" "00";
    389 389 "North Macedonia" open "0" "00";
    420 420 "Czech Republic" closed "" "00";
    421 421 "Slovakia" open "0" "00";
    423 423 "Liechtenstein" closed "" "00";
    500 500 "Falkland Islands" closed "" "00";
    501 501 "Belize" closed "" "00";
    502 502 "Guatemala" closed "" "00";
    503 503 "El Salvador" closed "" "00";
    504 504 "Honduras" closed "" "00";
    505 505 "Nicaragua" closed "" "00";
    506 506 "Costa Rica" closed "" "00";
    507 507 "Panama" closed "" "00";
    508 508 "Saint Pierre and Miquelon" closed "0" "00";
    509 509 "Haiti" closed "" "00";
    590 590 "Guadeloupe" closed "0" "00";
    591 591 "Bolivia" open "0" "00";
    592 592 "Guyana" closed "" "001";
    593 593 "Ecuador" open "0" "00";
    594 594 "French Guiana" closed "0" "00";
    595 595 "Paraguay" open "0" "002";
    596 596 "Martinique" closed "0" "00";
    597 597 "Suriname" closed "" "00";
    598 598 "Uruguay" closed "" "00";
    599 599 "Curacao and Caribbean Netherlands" closed "" "00";
    670 670 "Timor-Leste" closed "" "00";
    672 672 "Norfolk Island and Australian Antarctica" closed "" "00";
    673 673 "Brunei" closed "" "00";
    674 674 "Nauru" closed "" "00";
    675 675 "Papua New Guinea" closed "" "00";
    676 676 "Tonga" closed "" "00";
    677 677 "Solomon Islands" closed "" "00";
    678 678 "Vanuatu" closed "" "00";
    679 679 "Fiji" closed "" "00";
    680 680 "Palau" closed "" "011";
    681 681 "Wallis and Futuna" closed "" "00";
    682 682 "Cook Islands" closed "" "00";
    683 683 "Niue" closed "" "00";
    685 685 "Samoa" closed "" "0";
    686 686 "Kiribati" closed "" "00";
    687 687 "New Caledonia" closed "" "00";
    688 688 "Tuvalu" closed "" "00";
    689 689 "French Polynesia" closed "" "00";
    690 690 "Tokelau" closed "" "00";
    691 691 "Micronesia" closed "" "011";
    692 692 "Marshall Islands" closed "" "011";
    705 7 "Kazakhstan" open "8" "8W10";
    850 850 "North Korea" open "0" "00";
    852 852 "Hong Kong" closed "" "001";
    853 853 "Macao" closed "" "00";
    855 855 "Cambodia" open "0" "001";
    856 856 "Laos" open "0" "00";
    880 880 "Bangladesh" open "0" "00";
    886 886 "Taiwan" open "0" "002";
    960 960 "Maldives" closed "" "00";
    961 961 "Lebanon" closed "0" "00";
    962 962 "Jordan" closed "0" "00";
    963 963 "Syria" open "0" "00";
    964 964 "Iraq" open "0" "00";
    965 965 "Kuwait" closed "" "00";
    966 966 "Saudi Arabia" closed "0" "00";
    967 967 "Yemen" open "0" "00";
    968 968 "Oman" closed "" "00";
    970 970 "Palestine" open "0" "00";
    971 971 "United Arab Emirates" open "0" "00";
    972 972 "Israel" closed "0" "00";
    973 973 "Bahrain" closed "" "00";
    974 974 "Qatar" closed "" "00";
    975 975 "Bhutan" closed "" "00";
    976 976 "Mongolia" open "0" "001";
    977 977 "Nepal" open "0" "00";
    992 992 "Tajikistan" closed "" "810";
    993 993 "Turkmenistan" open "8" "8W10";
    994 994 "Azerbaijan" open "0" "00";
    995 995 "Georgia" open "0" "00";
    996 996 "Kyrgyzstan" open "0" "00";
    998 998 "Uzbekistan" closed "" "00";
}
