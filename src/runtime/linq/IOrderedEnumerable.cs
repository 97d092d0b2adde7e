// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>An ordered sequence that can be ordered further.</summary>
/// <remarks>The framework's interface adds a key by a virtual generic method; here the class behind
/// the
/// interface does, so other implementations cannot be ordered further.</remarks>
public interface IOrderedEnumerable<out TElement> : IEnumerable<TElement>;
