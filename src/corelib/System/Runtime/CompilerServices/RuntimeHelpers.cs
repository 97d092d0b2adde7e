// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler calls by name.</summary>
public static class RuntimeHelpers
{
    /// <summary>
    /// Span over constant data in the image; the native compiler replaces the call.
    /// </summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) =>
        CreateSpan<T>(fldHandle);

    /// <summary>Whether values of the type hold references; known when compiling.</summary>
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() where T : allows ref struct =>
        IsReferenceOrContainsReferences<T>();

    /// <summary>
    /// Distance of the first character from a string's start; only for old <c>fixed</c>.
    /// </summary>
    public static int OffsetToStringData => 12;
}
