// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Room for 2 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(2)]
public struct InlineArray2<T>
{
    private T _element0;
}

/// <summary>Room for 3 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(3)]
public struct InlineArray3<T>
{
    private T _element0;
}

/// <summary>Room for 4 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(4)]
public struct InlineArray4<T>
{
    private T _element0;
}

/// <summary>Room for 5 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(5)]
public struct InlineArray5<T>
{
    private T _element0;
}

/// <summary>Room for 6 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(6)]
public struct InlineArray6<T>
{
    private T _element0;
}

/// <summary>Room for 7 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(7)]
public struct InlineArray7<T>
{
    private T _element0;
}

/// <summary>Room for 8 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(8)]
public struct InlineArray8<T>
{
    private T _element0;
}

/// <summary>Room for 9 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(9)]
public struct InlineArray9<T>
{
    private T _element0;
}

/// <summary>Room for 10 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(10)]
public struct InlineArray10<T>
{
    private T _element0;
}

/// <summary>Room for 11 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(11)]
public struct InlineArray11<T>
{
    private T _element0;
}

/// <summary>Room for 12 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(12)]
public struct InlineArray12<T>
{
    private T _element0;
}

/// <summary>Room for 13 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(13)]
public struct InlineArray13<T>
{
    private T _element0;
}

/// <summary>Room for 14 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(14)]
public struct InlineArray14<T>
{
    private T _element0;
}

/// <summary>Room for 15 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(15)]
public struct InlineArray15<T>
{
    private T _element0;
}

/// <summary>Room for 16 elements of a collection expression.</summary>
/// <typeparam name="T">Element.</typeparam>
[InlineArray(16)]
public struct InlineArray16<T>
{
    private T _element0;
}
