// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>An order of objects.</summary>
public interface IComparer
{
    int Compare(object? x, object? y);
}
