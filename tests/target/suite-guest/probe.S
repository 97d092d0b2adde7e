// SPDX-License-Identifier: MIT
// The probe is the same at EL0 and at EL1.
        .include "../suite-native/probe.S"
