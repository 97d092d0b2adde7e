// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Looked up by the native compiler. No type has it: interfaces are fixed at build time.
/// </summary>
public interface IDynamicInterfaceCastable
{
    bool IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented);

    RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle interfaceType);

    private static nint GetDynamicInterfaceImplementation() => 0;
}
