// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>How a window of a major frame differs from others.</summary>
[System.Flags]
public enum FrameWindowFlags : ulong
{
    /// <summary>The background (time partition 0) competes by priority, and gets what the window's
    /// own time partition leaves.</summary>
    None = 0,

    /// <summary>The background does not run: what the window's own time partition leaves, nobody
    /// gets. Not for windows of the background itself.</summary>
    Exclusive = 1,
}
