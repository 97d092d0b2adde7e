// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>Walks over elements.</summary>
public interface IEnumerator<out T> : IDisposable, IEnumerator where T : allows ref struct
{
    new T Current { get; }
}
