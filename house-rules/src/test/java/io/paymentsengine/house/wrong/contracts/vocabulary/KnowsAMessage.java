package io.paymentsengine.house.wrong.contracts.vocabulary;

import io.paymentsengine.house.wrong.contracts.Greeting;

record KnowsAMessage(Greeting greeting) {}
