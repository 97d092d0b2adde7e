// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Model;

/// <summary>What a channel carries.</summary>
public enum StreamKind
{
    /// <summary>Lines of text to the console server.</summary>
    Log,

    /// <summary>Text to the console server, and keys back while the sender has the focus.</summary>
    Terminal,

    /// <summary>Calls to the receiver, in a protocol of the two programs' own.</summary>
    Portal,
}
