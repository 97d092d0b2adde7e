// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>Can be walked over.</summary>
public interface IEnumerable<out T> : IEnumerable where T : allows ref struct
{
    new IEnumerator<T> GetEnumerator();
}
