// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>What is said of an exception that nobody catches besides its texts: a message of the
/// kernel's, whose words are those of UnhandledWord.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NotifiedWords
{
    private readonly nint _badge;

    private readonly nint _descriptor;

    internal nint Thread;

    internal nuint Place;

    internal nint Line;

    internal nint TypeEnd;

    internal nint MethodEnd;

    internal nint FileEnd;

    internal nint TextEnd;

    private readonly nint _none;
}
