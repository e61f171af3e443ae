use super::*;

#[test]
fn a_silent_pair_is_one_of_each() {
    let listed = Devices::Silent.list().unwrap();
    let flows: Vec<Flow> = listed.iter().map(|device| device.flow).collect();
    assert_eq!(flows, Flow::ALL);
    assert!(Devices::None.list().unwrap().is_empty());
    assert!(Devices::Silent.are_known() && Devices::default().are_known());
}

#[test]
fn a_volume_is_kept_from_the_beginning() {
    let port = Port::try_new(Device::silent(Flow::Render)).unwrap();
    assert_eq!((port.volume(), port.is_open()), (0xFFFF, false));
    port.set_volume(0x8000);
    assert_eq!(port.volume(), 0x8000);
}
