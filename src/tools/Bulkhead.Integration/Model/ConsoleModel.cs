// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Model;

/// <summary>How the console behaves.</summary>
/// <param name="ServerIndex">Index of the partition that serves it.</param>
/// <param name="FocusIndex">Index of the partition that gets the keys at first.</param>
/// <param name="EscapeKey">The byte of the key that moves the focus, 1 to 31.</param>
public sealed record ConsoleModel(int ServerIndex, int FocusIndex, byte EscapeKey);
