// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>An order of values.</summary>
public interface IComparer<in T> where T : allows ref struct
{
    int Compare(T? x, T? y);
}
