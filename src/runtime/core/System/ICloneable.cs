// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Can be copied.</summary>
public interface ICloneable
{
    object Clone();
}
