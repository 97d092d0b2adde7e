// SPDX-License-Identifier: MIT
namespace System;

/// <summary>What <c>using</c> ends; tier 0 uses it on ref structs.</summary>
public interface IDisposable
{
    /// <summary>Ends the use.</summary>
    void Dispose();
}
