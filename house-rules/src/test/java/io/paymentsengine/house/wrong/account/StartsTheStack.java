package io.paymentsengine.house.wrong.account;

import io.paymentsengine.house.wrong.localstack.Stack;

record StartsTheStack(Stack stack) {}
