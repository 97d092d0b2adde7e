// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Chooses formats. There are no cultures: all texts are invariant.</summary>
public interface IFormatProvider
{
    object? GetFormat(Type? formatType);
}
