// SPDX-License-Identifier: MIT
namespace System.Diagnostics;

/// <summary>Calls are left out unless the symbol is defined.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ConditionalAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public ConditionalAttribute(string conditionString) => ConditionString = conditionString;

    /// <summary>The symbol.</summary>
    public string ConditionString { get; }
}
