// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Read by the C# compiler: which language features this core library carries.</summary>
public static class RuntimeFeature
{
    /// <summary>Fields that are references.</summary>
    public const string ByRefFields = nameof(ByRefFields);

    /// <summary>Ref structs as type arguments and interface implementers.</summary>
    public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);

    /// <summary>Static abstract members in interfaces.</summary>
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);

    /// <summary>Bodies in interfaces.</summary>
    public const string DefaultImplementationsOfInterfaces =
        nameof(DefaultImplementationsOfInterfaces);

    /// <summary>Calling conventions beyond the metadata's four.</summary>
    public const string UnmanagedSignatureCallingConvention =
        nameof(UnmanagedSignatureCallingConvention);

    /// <summary>nint is IntPtr.</summary>
    public const string NumericIntPtr = nameof(NumericIntPtr);
}
