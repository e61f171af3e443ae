//! Numbers as Automation converts them: between the integer, floating-point and decimal types, and
//! to and from text in the invariant (American) notation. Nothing here allocates.
//!
//! Source: the "Conversion and manipulation functions" pages of the Windows SDK documentation
//! (oleauto.h, VarI4FromR8 and its like): floating-point values round half to even, and what does
//! not fit is an overflow.

use core::fmt::{self, Write};

use super::abi::{DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH};
use super::error::{Error, Result};

/// The largest mantissa of a DECIMAL: 96 bits.
const DECIMAL_MAX: i128 = (1 << 96) - 1;
/// The largest scale of a DECIMAL.
const DECIMAL_SCALE_MAX: u32 = 28;

const fn overflow() -> Error {
    Error::new(DISP_E_OVERFLOW)
}

const fn mismatch() -> Error {
    Error::new(DISP_E_TYPEMISMATCH)
}

/// A number on its way from one type to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Int(i128),
    Real(f64),
    /// `mantissa / 10^scale`, the mantissa within a DECIMAL's 96 bits.
    Decimal {
        mantissa: i128,
        scale: u32,
    },
}

/// `value / 10^digits`, rounded half to even.
fn divide(value: i128, digits: u32) -> i128 {
    let Some(divisor) = 10_i128.checked_pow(digits) else {
        return 0;
    };
    let (quotient, remainder) = (value / divisor, (value % divisor).abs());
    let away = if value < 0 { -1 } else { 1 };
    match (remainder * 2).cmp(&divisor) {
        core::cmp::Ordering::Less => quotient,
        core::cmp::Ordering::Equal if quotient % 2 == 0 => quotient,
        _ => quotient + away,
    }
}

impl Number {
    /// As an integer of any size.
    fn to_int(self) -> Result<i128> {
        match self {
            Self::Int(value) => Ok(value),
            Self::Decimal { mantissa, scale } => Ok(divide(mantissa, scale)),
            // 2^100 is far outside every integer type, and inside i128.
            Self::Real(value) if value.abs() < 1.267_650_6e30 => {
                Ok(value.round_ties_even() as i128)
            }
            Self::Real(_) => Err(overflow()),
        }
    }

    /// As an integer type; `DISP_E_OVERFLOW` when it does not fit.
    pub(super) fn to<T: TryFrom<i128>>(self) -> Result<T> {
        T::try_from(self.to_int()?).map_err(|_| overflow())
    }

    pub(super) fn to_f64(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Real(value) => value,
            Self::Decimal { mantissa, scale } => {
                // Through text, which rounds once.
                let mut text = Text::new();
                let _ = write!(text, "{mantissa}e-{scale}");
                text.as_str().parse().unwrap_or(0.0)
            }
        }
    }

    pub(super) fn to_f32(self) -> Result<f32> {
        let value = self.to_f64();
        let narrow = value as f32;
        if narrow.is_infinite() && value.is_finite() {
            Err(overflow())
        } else {
            Ok(narrow)
        }
    }

    pub(super) fn is_zero(self) -> bool {
        match self {
            Self::Int(value)
            | Self::Decimal {
                mantissa: value, ..
            } => value == 0,
            Self::Real(value) => value == 0.0,
        }
    }

    /// As a DECIMAL: mantissa and scale. A floating-point value gives its fifteen digits.
    pub(super) fn to_decimal(self) -> Result<(i128, u32)> {
        match self {
            Self::Int(value) if value.abs() <= DECIMAL_MAX => Ok((value, 0)),
            Self::Int(_) => Err(overflow()),
            Self::Decimal { mantissa, scale } => Ok((mantissa, scale)),
            Self::Real(value) if value.is_finite() => {
                let mut text = Text::new();
                let _ = write!(text, "{value:.14e}");
                match parse_decimal(text.as_str()) {
                    Some(Self::Decimal { mantissa, scale }) => Ok((mantissa, scale)),
                    Some(Self::Int(value)) if value.abs() <= DECIMAL_MAX => Ok((value, 0)),
                    _ => Err(overflow()),
                }
            }
            Self::Real(_) => Err(overflow()),
        }
    }

    /// As a CY: the number times ten thousand.
    pub(super) fn to_currency(self) -> Result<i64> {
        let scaled = match self {
            Self::Int(value) => value.checked_mul(10_000),
            Self::Real(value) if value.abs() < 1e15 => {
                Some((value * 1e4).round_ties_even() as i128)
            }
            Self::Real(_) => None,
            Self::Decimal {
                mantissa,
                scale: scale @ 0..4,
            } => mantissa.checked_mul(10_i128.pow(4 - scale)),
            Self::Decimal { mantissa, scale } => Some(divide(mantissa, scale - 4)),
        };
        scaled
            .and_then(|value| i64::try_from(value).ok())
            .ok_or(overflow())
    }

    /// Reads a number: optional sign, digits with or without grouping commas, a decimal point, an
    /// exponent; or `&H` and `&O` with hexadecimal and octal digits. Blanks around it are ignored.
    pub(super) fn parse(text: &[u16]) -> Result<Self> {
        let mut plain = Text::new();
        for unit in char::decode_utf16(text.iter().copied()) {
            let letter = unit.map_err(|_| mismatch())?;
            plain
                .write_char(letter)
                .map_err(|_: fmt::Error| mismatch())?;
        }
        let trimmed = plain.as_str().trim();
        if let Some(digits) = trimmed
            .strip_prefix("&H")
            .or_else(|| trimmed.strip_prefix("&h"))
        {
            return parse_bits(digits, 16);
        }
        if let Some(digits) = trimmed
            .strip_prefix("&O")
            .or_else(|| trimmed.strip_prefix("&o"))
        {
            return parse_bits(digits, 8);
        }
        parse_decimal(trimmed).ok_or(mismatch())
    }
}

/// `&HFFFFFFFF` is -1: the digits are the bits of a 32-bit integer, or of a longer one if they do
/// not fit.
fn parse_bits(digits: &str, radix: u32) -> Result<Number> {
    if digits.starts_with('+') {
        return Err(mismatch());
    }
    let bits = u64::from_str_radix(digits, radix).map_err(|_| mismatch())?;
    Ok(Number::Int(match u32::try_from(bits) {
        Ok(short) => i128::from(short as i32),
        Err(_) => i128::from(bits as i64),
    }))
}

/// Reads decimal notation exactly where it fits a DECIMAL, else as a floating-point value.
fn parse_decimal(text: &str) -> Option<Number> {
    let (negative, unsigned) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?.trim_start()),
        b'+' => (false, text.get(1..)?.trim_start()),
        _ => (false, text),
    };
    let (digits, exponent) = match unsigned.find(['e', 'E', 'd', 'D']) {
        Some(at) => (
            unsigned.get(..at)?,
            unsigned.get(at + 1..)?.parse::<i32>().ok()?,
        ),
        None => (unsigned, 0),
    };
    let mut mantissa: Option<i128> = Some(0);
    let (mut seen, mut places, mut in_fraction) = (false, 0_i32, false);
    let mut plain = Text::new();
    for letter in digits.chars() {
        match letter {
            '0'..='9' => {
                seen = true;
                places += i32::from(in_fraction);
                let digit = i128::from(letter.to_digit(10)?);
                mantissa = mantissa
                    .and_then(|m| m.checked_mul(10)?.checked_add(digit))
                    .filter(|m| *m <= DECIMAL_MAX);
                plain.write_char(letter).ok()?;
            }
            '.' if !in_fraction => {
                in_fraction = true;
                plain.write_char('.').ok()?;
            }
            // A grouping comma stands between digits of the integer part.
            ',' if seen && !in_fraction => {}
            _ => return None,
        }
    }
    if !seen || digits.ends_with(',') {
        return None;
    }
    let sign = if negative { -1 } else { 1 };
    if let Some(exact) = mantissa.and_then(|m| scaled(m * sign, exponent.checked_sub(places)?)) {
        return Some(exact);
    }
    write!(plain, "e{exponent}").ok()?;
    let value: f64 = plain.as_str().parse().ok()?;
    Some(Number::Real(if negative { -value } else { value }))
}

/// `mantissa * 10^exponent`, exactly; none when no DECIMAL can hold it.
fn scaled(mut mantissa: i128, mut exponent: i32) -> Option<Number> {
    while exponent < 0 && mantissa % 10 == 0 && mantissa != 0 {
        mantissa /= 10;
        exponent += 1;
    }
    if mantissa == 0 {
        return Some(Number::Int(0));
    }
    if exponent >= 0 {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        let value = mantissa
            .checked_mul(power)
            .filter(|v| v.abs() <= DECIMAL_MAX)?;
        return Some(Number::Int(value));
    }
    let scale = exponent.unsigned_abs();
    (scale <= DECIMAL_SCALE_MAX).then_some(Number::Decimal { mantissa, scale })
}

/// Short text on the stack. What does not fit is an error.
pub(super) struct Text {
    bytes: [u8; 192],
    length: usize,
}

impl Text {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 192],
            length: 0,
        }
    }

    pub(super) fn as_str(&self) -> &str {
        // Only whole characters are ever written.
        self.bytes
            .get(..self.length)
            .and_then(|b| core::str::from_utf8(b).ok())
            .unwrap_or_default()
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// Writes a number as Automation does: a floating-point value with at most `digits` significant
/// digits, in scientific notation where it is very large or very small.
pub(super) fn write_number(number: Number, digits: usize) -> Text {
    let mut out = Text::new();
    // The text has room for the longest of them: 40 digits, or 15 digits with 5 zeros before.
    let _ = match number {
        Number::Int(value) => write!(out, "{value}"),
        Number::Real(value) => write_real(&mut out, value, digits),
        Number::Decimal { mantissa, scale } => write_decimal(&mut out, mantissa, scale),
    };
    out
}

fn write_real(out: &mut Text, value: f64, digits: usize) -> fmt::Result {
    if value.is_nan() {
        return out.write_str(if value.is_sign_negative() {
            "-1.#IND"
        } else {
            "1.#QNAN"
        });
    }
    if value.is_infinite() {
        return out.write_str(if value < 0.0 { "-1.#INF" } else { "1.#INF" });
    }
    let mut scientific = Text::new();
    write!(scientific, "{value:.*e}", digits - 1)?;
    let text = scientific.as_str();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && (exponent < -5 || exponent >= digits as i32) {
        let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
        let sign = if exponent < 0 { '-' } else { '+' };
        return write!(out, "{mantissa}E{sign}{:02}", exponent.abs());
    }
    let places = usize::try_from(digits as i32 - 1 - exponent).unwrap_or(0);
    let mut plain = Text::new();
    write!(plain, "{value:.places$}")?;
    let text = plain.as_str();
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        text
    };
    out.write_str(if text == "-0" { "0" } else { text })
}

fn write_decimal(out: &mut Text, mantissa: i128, scale: u32) -> fmt::Result {
    let mut digits = Text::new();
    write!(
        digits,
        "{:0width$}",
        mantissa.unsigned_abs(),
        width = scale as usize + 1
    )?;
    let text = digits.as_str();
    let (whole, fraction) = text.split_at(text.len() - scale as usize);
    let fraction = fraction.trim_end_matches('0');
    if mantissa < 0 {
        out.write_char('-')?;
    }
    out.write_str(whole)?;
    if !fraction.is_empty() {
        write!(out, ".{fraction}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Number> {
        Number::parse(&text.encode_utf16().collect::<Vec<_>>())
    }

    #[test]
    fn text_is_read_in_every_notation() {
        for (text, value) in [
            ("0", 0.0),
            (" 42 ", 42.0),
            ("-7", -7.0),
            ("+7", 7.0),
            ("- 7", -7.0),
            ("1,234,567", 1_234_567.0),
            ("1.5", 1.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e3", 1000.0),
            ("1.25D-2", 0.0125),
            ("1e300", 1e300),
            ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
            ("&HFF", 255.0),
            ("&hffffffff", -1.0),
            ("&O17", 15.0),
        ] {
            assert_eq!(parse(text).unwrap().to_f64(), value, "{text}");
        }
    }

    #[test]
    fn other_text_is_no_number() {
        for text in [
            "", " ", "x", "1x", "1,", ",1", "1.2.3", "--1", "1e", "e5", "&H", "&HG", "&H+1", ".",
            "1 2",
        ] {
            assert_eq!(
                parse(text).unwrap_err().hresult(),
                DISP_E_TYPEMISMATCH,
                "{text:?}"
            );
        }
        assert!(parse(&"9".repeat(500)).is_err());
    }

    #[test]
    fn rounding_is_half_to_even_and_overflow_is_seen() {
        for (value, rounded) in [
            (0.5, 0),
            (1.5, 2),
            (2.5, 2),
            (-0.5, 0),
            (-1.5, -2),
            (2.51, 3),
        ] {
            assert_eq!(Number::Real(value).to::<i32>().unwrap(), rounded, "{value}");
        }
        for (text, rounded) in [("2.5", 2), ("3.5", 4), ("-2.5", -2), ("2.500001", 3)] {
            assert_eq!(parse(text).unwrap().to::<i32>().unwrap(), rounded, "{text}");
        }
        assert_eq!(
            Number::Real(2_147_483_648.0)
                .to::<i32>()
                .unwrap_err()
                .hresult(),
            DISP_E_OVERFLOW
        );
        assert!(Number::Real(f64::NAN).to::<i32>().is_err());
        assert!(Number::Real(1e40).to_f32().is_err());
        assert!(Number::Int(-1).to::<u8>().is_err());
    }

    #[test]
    fn numbers_are_written_as_automation_writes_them() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.5, "1.5"),
            (0.1, "0.1"),
            (1.0 / 3.0, "0.333333333333333"),
            (123_456_789.0, "123456789"),
            (1e14, "100000000000000"),
            (1e15, "1E+15"),
            (1e-5, "0.00001"),
            (1e-6, "1E-06"),
            (-2.5e20, "-2.5E+20"),
            (f64::MAX, "1.79769313486232E+308"),
        ] {
            assert_eq!(write_number(Number::Real(value), 15).as_str(), text);
        }
        let decimal = |mantissa, scale| Number::Decimal { mantissa, scale };
        assert_eq!(write_number(decimal(-15, 1), 15).as_str(), "-1.5");
        assert_eq!(write_number(decimal(5, 3), 15).as_str(), "0.005");
        assert_eq!(write_number(decimal(12_000, 3), 15).as_str(), "12");
        assert_eq!(
            write_number(Number::Int(i128::from(u64::MAX)), 15).as_str(),
            "18446744073709551615"
        );
    }

    #[test]
    fn decimals_and_money_keep_their_digits() {
        assert_eq!(parse("1.2345").unwrap().to_currency().unwrap(), 12_345);
        assert_eq!(parse("1.23455").unwrap().to_currency().unwrap(), 12_346);
        assert_eq!(Number::Real(0.1).to_decimal().unwrap(), (1, 1));
        assert_eq!(Number::Int(7).to_currency().unwrap(), 70_000);
        assert!(Number::Int(i128::from(i64::MAX)).to_currency().is_err());
        assert!(Number::Real(1e30).to_decimal().is_err());
    }
}
