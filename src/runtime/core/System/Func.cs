// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A method with a result.</summary>
public delegate TResult Func<out TResult>() where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<in T, out TResult>(T arg)
    where T : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<in T1, in T2, out TResult>(T1 arg1, T2 arg2)
    where T1 : allows ref struct where T2 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<in T1, in T2, in T3, out TResult>(T1 arg1, T2 arg2, T3 arg3)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<in T1, in T2, in T3, in T4, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where TResult : allows ref struct;
