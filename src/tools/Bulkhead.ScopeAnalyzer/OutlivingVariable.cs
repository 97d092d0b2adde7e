// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bulkhead.ScopeAnalyzer;

/// <summary>The assignment rule for what the write barrier does not see: a local variable, a
/// parameter or a result that is there after a scope may not lead into it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutlivingVariable : DiagnosticAnalyzer
{
    /// <summary>Identifier of the rule.</summary>
    public const string Id = "BH0001";

    private static readonly DiagnosticDescriptor s_rule = new(
        Id, "A variable outlives what it leads to",
        "{0} is there after the scope, but its value goes with it; declare it inside the scope, "
            + "make the value in ImmortalMemory, or write scope.Keep(value), which looks at run "
            + "time whether it is older",
        "Bulkhead", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterOperationBlockAction(Check);
    }

    private static void Check(OperationBlockAnalysisContext context)
    {
        foreach (ScopeRegion region in context.OperationBlocks.SelectMany(ScopeRegion.Find))
        {
            foreach ((IOperation place, string name) in region.Operations
                .SelectMany(Within).SelectMany(operation => Findings(operation, region)))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(s_rule, place.Syntax.GetLocation(), name));
            }
        }
    }

    // What lambdas write to lies in objects, whose stores are checked at run time.
    private static IEnumerable<IOperation> Within(IOperation operation)
    {
        yield return operation;
        foreach (IOperation child in operation.ChildOperations
            .Where(child => child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .SelectMany(Within))
        {
            yield return child;
        }
    }

    private static IEnumerable<(IOperation Place, string Name)> Findings(
        IOperation operation, ScopeRegion region)
    {
        (IOperation? target, IOperation? value) = operation switch
        {
            IDeconstructionAssignmentOperation item => (item.Target, item.Value),
            // What is put together is new.
            ICompoundAssignmentOperation item => (item.Target, item),
            IAssignmentOperation item => (item.Target, item.Value),
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } item =>
                (item.Value, item),
            _ => (null, null),
        };
        if (operation is IReturnOperation { ReturnedValue: { } result }
            && References.AreIn(result.Type) && !References.IsOlder(result, region))
        {
            yield return (operation, "the result");
        }
        if (target is null || References.IsOlder(value, region)) yield break;
        foreach (ISymbol variable in Variables(target).Where(region.IsOutlivedBy))
        {
            if (References.AreIn(TypeOf(variable))) yield return (operation, $"'{variable.Name}'");
        }
    }

    private static IEnumerable<ISymbol> Variables(IOperation target) => target switch
    {
        ILocalReferenceOperation item => [item.Local],
        IParameterReferenceOperation item => [item.Parameter],
        ITupleOperation item => item.Elements.SelectMany(Variables),
        // A field of a struct that lies in a variable.
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } =>
            Variables(instance),
        _ => [],
    };

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
