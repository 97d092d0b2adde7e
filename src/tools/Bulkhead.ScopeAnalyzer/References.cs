// SPDX-License-Identifier: MIT
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bulkhead.ScopeAnalyzer;

/// <summary>Which values may lead into a scope.</summary>
internal static class References
{
    private const int DepthMax = 8;

    /// <summary>Whether values of a type hold references.</summary>
    internal static bool AreIn(ITypeSymbol? type, int depth = 0)
    {
        if (type is null || type.SpecialType == SpecialType.System_Void) return false;
        if (type.IsReferenceType || type.IsRefLikeType) return true;
        if (type is ITypeParameterSymbol parameter) return !parameter.HasUnmanagedTypeConstraint;
        // A struct that is nested deeper is taken to hold one.
        return depth >= DepthMax || (type.TypeKind == TypeKind.Struct
            && type.SpecialType is SpecialType.None
            && type.GetMembers().OfType<IFieldSymbol>()
                .Any(field => !field.IsStatic && AreIn(field.Type, depth + 1)));
    }

    /// <summary>Whether a value was there before the scope, or is the same for ever.</summary>
    /// <param name="value">The value.</param>
    /// <param name="region">The scope.</param>
    internal static bool IsOlder(IOperation? value, ScopeRegion region) => value switch
    {
        null => true,
        { ConstantValue.HasValue: true } => true,
        IDefaultValueOperation or IInstanceReferenceOperation or ITypeOfOperation => true,
        IConversionOperation { OperatorMethod: null } item => item.Operand.Type?.IsValueType != true
            && IsOlder(item.Operand, region),
        IParenthesizedOperation item => IsOlder(item.Operand, region),
        ILocalReferenceOperation item => region.IsOutlivedBy(item.Local),
        IParameterReferenceOperation => true,
        // What is older leads to nothing younger: that is checked when it is stored.
        IFieldReferenceOperation item => item.Field.IsStatic || IsOlder(item.Instance, region),
        IArrayElementReferenceOperation item => IsOlder(item.ArrayReference, region),
        IConditionalOperation item =>
            IsOlder(item.WhenTrue, region) && IsOlder(item.WhenFalse, region),
        ICoalesceOperation item => IsOlder(item.Value, region) && IsOlder(item.WhenNull, region),
        ISimpleAssignmentOperation item => IsOlder(item.Value, region),
        IThrowOperation => true,
        IInvocationOperation item => IsKept(item),
        _ => false,
    };

    // Scope.Keep looks when it is called.
    private static bool IsKept(IInvocationOperation call) => call.TargetMethod.Name == "Keep"
        && ScopeRegion.IsScopeType(call.TargetMethod.ContainingType);
}
