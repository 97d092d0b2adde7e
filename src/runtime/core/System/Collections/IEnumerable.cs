// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Can be walked over.</summary>
public interface IEnumerable
{
    IEnumerator GetEnumerator();
}
