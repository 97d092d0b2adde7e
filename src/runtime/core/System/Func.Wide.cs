// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, in T12,
    out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11, T12 arg12)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct where T12 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, in T12,
    in T13, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11, T12 arg12, T13 arg13)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct where T12 : allows ref struct
    where T13 : allows ref struct where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, in T12,
    in T13, in T14, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11, T12 arg12, T13 arg13, T14 arg14)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct where T12 : allows ref struct
    where T13 : allows ref struct where T14 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, in T12,
    in T13, in T14, in T15, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct where T12 : allows ref struct
    where T13 : allows ref struct where T14 : allows ref struct where T15 : allows ref struct
    where TResult : allows ref struct;

/// <summary>A method with a result.</summary>
public delegate TResult Func<
    in T1, in T2, in T3, in T4, in T5, in T6, in T7, in T8, in T9, in T10, in T11, in T12,
    in T13, in T14, in T15, in T16, out TResult>(
    T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10,
    T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct where T5 : allows ref struct where T6 : allows ref struct
    where T7 : allows ref struct where T8 : allows ref struct where T9 : allows ref struct
    where T10 : allows ref struct where T11 : allows ref struct where T12 : allows ref struct
    where T13 : allows ref struct where T14 : allows ref struct where T15 : allows ref struct
    where T16 : allows ref struct where TResult : allows ref struct;
