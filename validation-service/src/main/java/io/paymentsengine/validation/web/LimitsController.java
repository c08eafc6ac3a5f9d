package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.ChangeLimits;
import io.paymentsengine.validation.application.ReadLimits;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads and changes the limits of the tenant.
@RestController
@RequestMapping("/api/v1/limits")
class LimitsController {

    private final ReadLimits readLimits;
    private final ChangeLimits changeLimits;

    LimitsController(ReadLimits readLimits, ChangeLimits changeLimits) {
        this.readLimits = readLimits;
        this.changeLimits = changeLimits;
    }

    @GetMapping
    LimitsView read(TenantId tenant) {
        return LimitsView.of(readLimits.of(tenant));
    }

    /// Takes effect with the next batch of payments, in every replica.
    @PutMapping
    LimitsView change(TenantId tenant, @Valid @RequestBody LimitsRequest request) {
        return LimitsView.of(
                changeLimits.change(
                        tenant, request.toLimits(), request.operator(), request.reason()));
    }
}
