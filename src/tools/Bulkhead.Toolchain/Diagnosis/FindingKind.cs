// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>What is wrong with a place in a partition's code.</summary>
internal enum FindingKind
{
    /// <summary>The library of the tier does not have it.</summary>
    Missing,

    /// <summary>A virtual call of a generic method, which needs a type loader unless the compiler
    /// knows the object's type.</summary>
    VirtualGeneric,

    /// <summary>A call of a function in a library of the operating system.</summary>
    PlatformCall,

    /// <summary>A handler of exceptions, where nothing is thrown.</summary>
    Handler,
}
