//! The service description that the endpoint hands out: our own WSDL and schema files, small and
//! complete, so that a SOAP library needs nothing from the internet. Microsoft's own description
//! has no `wsdl:service` and imports a file from www.w3.org.

use super::writer::escape_into;

/// `messages.xsd`
pub const MESSAGES_XSD: &str = include_str!("schema/messages.xsd");
/// `types.xsd`
pub const TYPES_XSD: &str = include_str!("schema/types.xsd");
/// `errors.xsd`: the elements of our own in a fault's detail.
pub const ERRORS_XSD: &str = include_str!("schema/errors.xsd");

/// The address that stands in the checked-in file, which is thereby a valid WSDL itself.
const ADDRESS: &str = "http://127.0.0.1:8080/EWS/Exchange.asmx";
const SERVICES_WSDL: &str = include_str!("schema/Services.wsdl");

/// `Services.wsdl` for a service that is reached at `address`, an absolute URL.
pub fn services_wsdl(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    escape_into(&mut escaped, address, true);
    SERVICES_WSDL.replacen(ADDRESS, &escaped, 1)
}

/// The schema file called `name`, in any case: parsers ask for the name that an import gives, and
/// Exchange's names are seen in several.
pub fn file(name: &str) -> Option<&'static str> {
    [
        ("messages.xsd", MESSAGES_XSD),
        ("types.xsd", TYPES_XSD),
        ("errors.xsd", ERRORS_XSD),
    ]
    .into_iter()
    .find_map(|(known, text)| known.eq_ignore_ascii_case(name).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::super::{
        ConnectionFailureCause, ErrorCode, ExchangeVersion, PhoneCallState, ResponseClass,
    };
    use super::*;

    fn enumeration(schema: &str, name: &str) -> Vec<String> {
        let doc = roxmltree::Document::parse(schema).unwrap();
        let of_type = doc
            .descendants()
            .find(|n| n.attribute("name") == Some(name))
            .unwrap();
        of_type
            .descendants()
            .filter(|n| n.has_tag_name(("http://www.w3.org/2001/XMLSchema", "enumeration")))
            .filter_map(|n| n.attribute("value").map(str::to_owned))
            .collect()
    }

    #[test]
    fn the_schema_lists_exactly_the_values_that_the_types_have() {
        let names = |values: &[&str]| values.iter().map(|&v| v.to_owned()).collect::<Vec<_>>();
        macro_rules! same {
            ($t:ident) => {
                assert_eq!(
                    enumeration(TYPES_XSD, concat!(stringify!($t), "Type")),
                    names(&$t::ALL.iter().map(|v| v.as_str()).collect::<Vec<_>>())
                )
            };
        }
        same!(PhoneCallState);
        same!(ConnectionFailureCause);
        same!(ResponseClass);
        same!(ExchangeVersion);
        let mut codes = vec!["NoError"];
        codes.extend(ErrorCode::ALL.iter().map(|c| c.as_str()));
        assert_eq!(enumeration(MESSAGES_XSD, "ResponseCodeType"), names(&codes));
    }

    #[test]
    fn the_address_is_put_in_once_and_escaped() {
        assert_eq!(SERVICES_WSDL.matches(ADDRESS).count(), 1);
        let wsdl = services_wsdl("https://pbx.example/EWS/Exchange.asmx?a=1&b=\"");
        let doc = roxmltree::Document::parse(&wsdl).unwrap();
        let address = doc
            .descendants()
            .find(|n| n.tag_name().name() == "address")
            .unwrap();
        assert_eq!(
            address.attribute("location"),
            Some("https://pbx.example/EWS/Exchange.asmx?a=1&b=\"")
        );
        assert!(!wsdl.contains("127.0.0.1"));
    }

    #[test]
    fn every_import_names_a_file_that_is_there() {
        let wsdl = services_wsdl(ADDRESS);
        for text in [&wsdl, MESSAGES_XSD, TYPES_XSD, ERRORS_XSD] {
            let doc = roxmltree::Document::parse(text).unwrap();
            for import in doc
                .descendants()
                .filter(|n| n.tag_name().name() == "import")
            {
                let location = import.attribute("schemaLocation").unwrap();
                assert!(file(location).is_some(), "{location}");
            }
        }
    }
}
