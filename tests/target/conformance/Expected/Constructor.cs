// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_constructor =
    [
        // constructor.failure
        "Implicit: The type initializer for 'Implicit' threw an excep"
            + "tion. System.FormatException: implicit",
        // constructor.failure-is-one-object
        "True",
        // constructor.explicit-failure
        "Explicit: The type initializer for 'Explicit' threw an excep"
            + "tion. System.NotSupportedException: explicit",
        // constructor.explicit-failure-is-one-object
        "True",
        // constructor.failure-of-another
        "Outer: The type initializer for 'Outer' threw an exception. "
            + "System.TypeInitializationException: The type initializer for"
            + " 'Explicit' threw an exception.",
        // constructor.failure-of-another-is-kept
        "True",
        // constructor.failure-of-type-in-namespace
        "Bulkhead.Conformance.Language.FailingType: The type initiali"
            + "zer for 'Bulkhead.Conformance.Language.FailingType' threw an"
            + " exception. System.FormatException: The input string 'nothin"
            + "g' was not in a correct format.",
        // constructor.generic-failure
        "Parted`1: The type initializer for 'Parted`1' threw an excep"
            + "tion. System.InvalidOperationException: parted",
        // constructor.shared-generic-failure
        "Parted`1: The type initializer for 'Parted`1' threw an excep"
            + "tion. System.InvalidOperationException: parted",
        // constructor.generic-failures-are-apart
        "False True",
        // constructor.failure-is-still-known
        "Implicit: The type initializer for 'Implicit' threw an excep"
            + "tion. System.FormatException: implicit",
        // constructor.explicit-runs-before-field
        "1",
        // constructor.explicit-runs-once
        "True",
        // constructor.explicit-runs-before-method
        "0",
        // constructor.explicit-runs-before-instance
        "1",
        // constructor.explicit-of-each-argument
        "1 1 1",
    ];
}
