// SPDX-License-Identifier: MIT
namespace System;

public partial struct ValueTuple
{
    public static ValueTuple Create() => default;

    public static ValueTuple<T1> Create<T1>(T1 item1) => new(item1);

    public static (T1, T2) Create<T1, T2>(
        T1 item1, T2 item2) =>
        (item1, item2);

    public static (T1, T2, T3) Create<T1, T2, T3>(
        T1 item1, T2 item2, T3 item3) =>
        (item1, item2, item3);

    public static (T1, T2, T3, T4) Create<T1, T2, T3, T4>(
        T1 item1, T2 item2, T3 item3, T4 item4) =>
        (item1, item2, item3, item4);

    public static (T1, T2, T3, T4, T5) Create<T1, T2, T3, T4, T5>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) =>
        (item1, item2, item3, item4, item5);

    public static (T1, T2, T3, T4, T5, T6) Create<T1, T2, T3, T4, T5, T6>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) =>
        (item1, item2, item3, item4, item5, item6);

    public static (T1, T2, T3, T4, T5, T6, T7) Create<T1, T2, T3, T4, T5, T6, T7>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7) =>
        (item1, item2, item3, item4, item5, item6, item7);

    public static (T1, T2, T3, T4, T5, T6, T7, T8) Create<T1, T2, T3, T4, T5, T6, T7, T8>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, T8 item8) =>
        (item1, item2, item3, item4, item5, item6, item7, item8);
}
