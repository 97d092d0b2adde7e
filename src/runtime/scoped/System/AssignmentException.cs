// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A reference to an object of a scope would have been stored where it outlives the scope.
/// The store has not happened.</summary>
public sealed class AssignmentException : SystemException
{
    public AssignmentException()
        : base("A reference into a scope may not be stored outside of it.")
    {
    }
}
