//! Header values that have a form: addresses, Via, lists and parameters.
