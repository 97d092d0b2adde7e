// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Who may make a lazy value.</summary>
public enum LazyThreadSafetyMode
{
    None = 0,
    PublicationOnly = 1,
    ExecutionAndPublication = 2,
}
