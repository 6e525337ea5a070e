"""Rules on script, encoding and what does not belong to the text: conversion faults, glosses, residue of web pages."""
