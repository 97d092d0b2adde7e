// SPDX-License-Identifier: MIT
// Where declared threads rest: when they leave their carriers, and while they lend their time.

        .include "../../runtime.inc"
        .include "../rest.inc"

        .section .text.rest_bodies, "ax"

        waiting_call park
        waiting_call arrive
