package io.paymentsengine.house.wrong.suite;

import io.paymentsengine.house.wrong.simulation.World;

record Dreams(World world) {}
