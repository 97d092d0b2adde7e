// SPDX-License-Identifier: MIT
namespace System;

/// <summary>How texts are compared. There are no cultures: theirs compare as ordinal ones do.
/// </summary>
public enum StringComparison
{
    CurrentCulture,
    CurrentCultureIgnoreCase,
    InvariantCulture,
    InvariantCultureIgnoreCase,
    Ordinal,
    OrdinalIgnoreCase,
}
