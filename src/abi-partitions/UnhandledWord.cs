// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Words of the report of an exception that nobody catches
/// (<see cref="ManagerProtocol.UnhandledException"/>). The message page holds four texts in UTF-16,
/// one behind the other: the exception's type, the method that threw it, its source file, and the
/// exception's message. Words say where each ends; an empty text is not known.</summary>
public static class UnhandledWord
{
    /// <summary>The thread: 0 for the main thread, the number of a declared one, or
    /// <see cref="Server"/> and above.</summary>
    public const int Thread = 0;

    /// <summary>Address of the code that threw; 0 when it is not known.</summary>
    public const int Place = 1;

    /// <summary>Source line; 0 when it is not known.</summary>
    public const int Line = 2;

    /// <summary>Characters up to the end of the type's name.</summary>
    public const int TypeEnd = 3;

    /// <summary>Characters up to the end of the method's name.</summary>
    public const int MethodEnd = 4;

    /// <summary>Characters up to the end of the file's name.</summary>
    public const int FileEnd = 5;

    /// <summary>Characters up to the end of the message, which are all.</summary>
    public const int TextEnd = 6;

    /// <summary>Most characters that the manager looks at.</summary>
    public const int TextCharsMax = 256;

    /// <summary>Number of the server threads in <see cref="Thread"/>.</summary>
    public const uint Server = NativeLayout.ThreadsDeclaredMax + 1;
}
