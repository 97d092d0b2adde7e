// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Language;

internal static partial class ExceptionCases
{
    private static void AddMessages(CaseList list)
    {
        list.Add("message.null-argument", () => throw new ArgumentNullException("name"));
        list.Add("message.argument", () => throw new ArgumentException("bad", "name"));
        list.Add("message.range", () => throw new ArgumentOutOfRangeException("name"));
        list.Add("message.range-value", () =>
            throw new ArgumentOutOfRangeException("name", 5, "too much"));
        list.Add("message.null-reference", () => throw new NullReferenceException());
        list.Add("message.not-supported", () => throw new NotSupportedException());
        list.Add("message.not-implemented", () => throw new NotImplementedException());
        list.Add("message.invalid", () => throw new InvalidOperationException());
        list.Add("message.timeout", () => throw new TimeoutException());
        list.Add("message.cancelled", () => throw new OperationCanceledException());
        list.Add("message.format", () => throw new FormatException());
        list.Add("message.own", () => throw new OwnException("mine", 3));
        list.Add("message.memory", () => throw new OutOfMemoryException());
        list.Add("message.disposed", () => throw new ObjectDisposedException("thing"));
        list.Add("message.throw-if-null", () =>
        {
            string? name = null;
            ArgumentNullException.ThrowIfNull(name);
            return name;
        });
        list.Add("message.throw-if-negative", () =>
        {
            int count = -3;
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            return count;
        });
        list.Add("message.throw-if-greater", () =>
        {
            int count = 9;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 5);
            return count;
        });
        list.Add("message.throw-if-empty", () =>
        {
            string name = "";
            ArgumentException.ThrowIfNullOrEmpty(name);
            return name;
        });
    }
}
