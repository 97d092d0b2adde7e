// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>What is said of an exception that nobody catches besides its texts, in the order of
/// UnhandledWord.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NotifiedWords
{
    internal nint Thread;

    internal nuint Place;

    internal nint Line;

    internal nint TypeEnd;

    internal nint MethodEnd;

    internal nint FileEnd;

    internal nint TextEnd;
}
