/*
 * Part of the compat headers, C++ only: __uuidof(ITTAPI), __uuidof(TAPI), __uuidof(pointer). It is a
 * call, not a constant: an interface of the program's own needs its id once,
 *
 *     template <> inline const IID &tapi3::iid<IMine>() noexcept { return IID_IMine; }
 */
#ifndef TAPI3_PARTS_UUIDOF_H
#define TAPI3_PARTS_UUIDOF_H

#ifndef __cplusplus
#error "__uuidof, ATL and comutil are C++"
#endif
#ifdef CINTERFACE
#error "the smart pointers need the C++ view; CINTERFACE asks for the C view of tapi3.h"
#endif

#include "../compat/windows.h"

/* The classes that the library makes, so that __uuidof(TAPI) has something to look at. */
class TAPI;
class DispatchMapper;
class RequestMakeCall;

namespace tapi3 {

template <> inline const IID &iid<TAPI>() noexcept { return CLSID_TAPI; }
template <> inline const IID &iid<DispatchMapper>() noexcept { return CLSID_DispatchMapper; }
template <> inline const IID &iid<RequestMakeCall>() noexcept { return CLSID_RequestMakeCall; }

/** The interface that a type stands for: a pointer, a reference or the interface itself. */
template <class Type> struct InterfaceOf { using type = Type; };
template <class Type> struct InterfaceOf<Type *> : InterfaceOf<Type> {};
template <class Type> struct InterfaceOf<Type &> : InterfaceOf<Type> {};
template <class Type> struct InterfaceOf<Type &&> : InterfaceOf<Type> {};
template <class Type> struct InterfaceOf<const Type> : InterfaceOf<Type> {};
template <class Type> struct InterfaceOf<volatile Type> : InterfaceOf<Type> {};

/** The id that a program names for an interface, or without one that of tapi3::iid. */
template <class Interface, const IID *Id> struct ChosenId {
    static const IID &get() noexcept { return *Id; }
};
template <class Interface> struct ChosenId<Interface, nullptr> {
    static const IID &get() noexcept { return iid<Interface>(); }
};

} // namespace tapi3

#define __uuidof(thing) (tapi3::iid<tapi3::InterfaceOf<__typeof__(thing)>::type>())

#endif /* TAPI3_PARTS_UUIDOF_H */
