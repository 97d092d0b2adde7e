// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Numerics;

namespace System;

/// <summary>Sorts in place: quicksort, heapsort where that would get deep, insertion for the rest.
/// </summary>
/// <remarks>Without recursion on the larger part: the depth is at most the logarithm of the size.
/// </remarks>
internal static class IntroSort<T>
{
    private const int SmallMax = 16;

    internal static void Sort(Span<T> span, IComparer<T> comparer)
    {
        if (span.Length < 2)
            return;
        try
        {
            Sort(span, 2 * (BitOperations.Log2((uint)span.Length) + 1), comparer);
        }
        catch (Exception error) when (error is not ArgumentException)
        {
            throw new InvalidOperationException("Failed to compare two elements in the array.",
                error);
        }
    }

    private static void Sort(Span<T> span, int depth, IComparer<T> comparer)
    {
        while (span.Length > SmallMax)
        {
            if (depth-- == 0)
            {
                HeapSort(span, comparer);
                return;
            }
            int middle = Partition(span, comparer);
            Sort(span.Slice(middle + 1), depth, comparer);
            span = span.Slice(0, middle);
        }
        Insert(span, comparer);
    }

    // The median of three goes to the last place but one.
    private static int Partition(Span<T> span, IComparer<T> comparer)
    {
        int high = span.Length - 1, middle = high / 2;
        Order(span, comparer, 0, middle);
        Order(span, comparer, 0, high);
        Order(span, comparer, middle, high);
        T pivot = span[middle];
        Swap(span, middle, high - 1);
        int left = 0, right = high - 1;
        while (left < right)
        {
            while (left < high - 1 && comparer.Compare(span[++left], pivot) < 0)
            {
            }
            while (right > 0 && comparer.Compare(pivot, span[--right]) < 0)
            {
            }
            if (left >= right)
                break;
            Swap(span, left, right);
        }
        if (left != high - 1)
            Swap(span, left, high - 1);
        return left;
    }

    private static void Order(Span<T> span, IComparer<T> comparer, int low, int high)
    {
        if (comparer.Compare(span[low], span[high]) > 0)
            Swap(span, low, high);
    }

    private static void Swap(Span<T> span, int left, int right) =>
        (span[left], span[right]) = (span[right], span[left]);

    private static void Insert(Span<T> span, IComparer<T> comparer)
    {
        for (int i = 1; i < span.Length; i++)
        {
            T value = span[i];
            int at = i - 1;
            for (; at >= 0 && comparer.Compare(value, span[at]) < 0; at--)
                span[at + 1] = span[at];
            span[at + 1] = value;
        }
    }

    private static void HeapSort(Span<T> span, IComparer<T> comparer)
    {
        for (int root = (span.Length / 2) - 1; root >= 0; root--)
            Sink(span, comparer, root, span.Length);
        for (int end = span.Length - 1; end > 0; end--)
        {
            Swap(span, 0, end);
            Sink(span, comparer, 0, end);
        }
    }

    private static void Sink(Span<T> span, IComparer<T> comparer, int root, int count)
    {
        while ((2 * root) + 1 < count)
        {
            int child = (2 * root) + 1;
            if (child + 1 < count && comparer.Compare(span[child], span[child + 1]) < 0)
                child++;
            if (comparer.Compare(span[root], span[child]) >= 0)
                return;
            Swap(span, root, child);
            root = child;
        }
    }
}
