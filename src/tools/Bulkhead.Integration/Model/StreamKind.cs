// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Model;

/// <summary>What a channel carries.</summary>
public enum StreamKind
{
    /// <summary>Lines of text for the console.</summary>
    Log,
}
