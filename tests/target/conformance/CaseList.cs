// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Conformance.Language;
using Bulkhead.Conformance.Library;
using Bulkhead.Conformance.Threads;

namespace Bulkhead.Conformance;

/// <summary>All cases, in a fixed order.</summary>
public sealed class CaseList
{
    private readonly List<Case> _cases = new();
    private string _group = "";
    private int _number;
    private bool _usesThreads;

    private CaseList()
    {
    }

    /// <summary>The cases.</summary>
    public IReadOnlyList<Case> Cases => _cases;

    /// <summary>Gathers them.</summary>
    /// <returns>The list.</returns>
    public static CaseList Create()
    {
        CaseList list = new();
        list.Gather("Object", ObjectCases.Add);
        list.Gather("Cast", CastCases.Add);
        list.Gather("Name", NameCases.Add);
        list.Gather("Generic", GenericCases.Add);
        list.Gather("Delegate", DelegateCases.Add);
        list.Gather("Flow", FlowCases.Add);
        list.Gather("Value", ValueCases.Add);
        list.Gather("Array", ArrayCases.Add);
        list.Gather("Exception", ExceptionCases.Add);
        list.Gather("Null", NullCases.Add);
        list.Gather("Constructor", ConstructorCases.Add);
        list.Gather("Arithmetic", ArithmeticCases.Add);
        list.Gather("Unbox", UnboxCases.Add);
        list.Gather("Element", ElementCases.Add);
        list.Gather("Thunk", ThunkCases.Add);
        list.Gather("Checked", CheckedCases.Add);
        list.Gather("Record", RecordCases.Add);
        list.Gather("String", StringCases.Add);
        list.Gather("Builder", BuilderCases.Add);
        list.Gather("IntegerText", IntegerTextCases.Add);
        list.Gather("FloatText", FloatTextCases.Add);
        list.Gather("Parse", ParseCases.Add);
        list.Gather("Math", MathCases.Add);
        list.Gather("Function", FunctionCases.Add);
        list.Gather("Convert", ConvertCases.Add);
        list.Gather("Enum", EnumCases.Add);
        list.Gather("Wide", WideCases.Add);
        list.Gather("Utf8", Utf8Cases.Add);
        list.Gather("List", ListCases.Add);
        list.Gather("Map", MapCases.Add);
        list.Gather("OtherCollection", OtherCollectionCases.Add);
        list.Gather("Query", QueryCases.Add);
        list.Gather("Time", TimeCases.Add);
        list.Gather("Span", SpanCases.Add);
        list._usesThreads = true;
        list.Gather("Thread", ThreadCases.Add);
        list.Gather("ThreadStatic", ThreadStaticCases.Add);
        list.Gather("Lock", LockCases.Add);
        list.Gather("Event", EventCases.Add);
        list.Gather("Cancellation", CancellationCases.Add);
        list.Gather("Lazy", LazyCases.Add);
        return list;
    }

    internal void Add(string name, Func<object?> body) =>
        _cases.Add(new Case(_group, _number++, name, body, _usesThreads));

    private void Gather(string group, Action<CaseList> add)
    {
        _group = group;
        _number = 0;
        add(this);
    }
}
