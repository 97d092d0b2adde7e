// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A method without a result.</summary>
public delegate void Action();

/// <summary>A method without a result.</summary>
public delegate void Action<in T>(T obj) where T : allows ref struct;

/// <summary>A method without a result.</summary>
public delegate void Action<in T1, in T2>(T1 arg1, T2 arg2)
    where T1 : allows ref struct where T2 : allows ref struct;

/// <summary>A method without a result.</summary>
public delegate void Action<in T1, in T2, in T3>(T1 arg1, T2 arg2, T3 arg3)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct;

/// <summary>A method without a result.</summary>
public delegate void Action<in T1, in T2, in T3, in T4>(T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    where T1 : allows ref struct where T2 : allows ref struct where T3 : allows ref struct
    where T4 : allows ref struct;
