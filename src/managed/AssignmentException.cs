// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>A reference to an object of a scope would have been stored where it outlives the scope
/// (the assignment rule of Safety-Critical Java). The store has not happened.</summary>
public sealed class AssignmentException : InvalidOperationException
{
    /// <summary>Makes one with the usual message.</summary>
    public AssignmentException()
        : base("A reference may not outlive its scope.")
    {
    }
}
